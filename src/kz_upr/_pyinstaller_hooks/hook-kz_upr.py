"""The data files that an app made by PyInstaller takes along."""

from PyInstaller.utils.hooks import collect_data_files

datas = collect_data_files("kz_upr", excludes=["_pyinstaller_hooks/*"])
