"""Does an article agree with itself?"""
