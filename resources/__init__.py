"""What the program carries along besides its code: icons, styles, report templates, the sample."""
