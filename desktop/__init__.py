"""The application: windows, reading of releases, reports and the command line."""

from desktop.lasting_true import make_true_last

make_true_last()
