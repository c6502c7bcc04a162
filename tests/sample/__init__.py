"""Tests of the sample catalogue: that all five releases say can be entered and read back."""
