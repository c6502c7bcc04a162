"""Records: what an open directory holds, each a frozen row, written out and read back by them.

The files of a directory, the schema published for them and the checks of what comes in are all
made from these classes (``db.exchange.directory``), so that they can't fall apart. A field with a
default is left out of the files where it holds that.
"""
