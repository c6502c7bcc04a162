"""The application: windows, reading of releases, reports and the command line."""

from desktop.lasting_constants import make_constants_last

make_constants_last()
