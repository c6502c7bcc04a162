"""Reads: functions over a session that answer in frozen rows and change nothing."""
