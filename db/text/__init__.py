"""Pure functions over text: dates, names, scripts, folding, stems, countries, sentences."""
