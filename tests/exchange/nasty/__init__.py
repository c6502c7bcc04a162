"""Files made to do harm, and honest ones to be broken: all made here, none kept."""
