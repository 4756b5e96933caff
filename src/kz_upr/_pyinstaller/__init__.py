"""What PyInstaller asks the package for: where its hook is, which adds the data files to an app."""

from pathlib import Path


def hook_dirs() -> list[str]:
    """The folder with the hook."""
    return [str(Path(__file__).parent)]
