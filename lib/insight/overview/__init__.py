"""What the first screen of Progress says, from one interview on."""
