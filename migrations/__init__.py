"""The changes of the schema, one file each; kept a package so that the program finds them."""
