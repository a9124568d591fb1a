"""The Qt side of the composition root: window, fonts, icons, tray, demonstration."""
