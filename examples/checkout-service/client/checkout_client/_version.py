# Replaced by client/build_wheel.py.
__version__ = "0+source"
