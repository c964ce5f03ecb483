"""What many interviews say: plain records in, small results out, each with its n and its sentence."""
