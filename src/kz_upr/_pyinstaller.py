"""What PyInstaller asks the package for: where its hook is, which adds the data files to an app."""

from pathlib import Path


def hook_dirs() -> list[str]:
    """The folder with the hook, which is not a package, so that only PyInstaller imports it."""
    return [str(Path(__file__).with_name("_pyinstaller_hooks"))]
