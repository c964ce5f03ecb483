"""What many interviews show: records in, small results out, each with its n and its sentence."""
