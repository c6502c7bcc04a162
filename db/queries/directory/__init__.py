"""The whole catalogue as records: streams that read set-wise, in memory that does not grow."""
