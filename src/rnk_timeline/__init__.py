"""The record of Russia-North Korea relations: dated, sourced, offline."""

__version__ = "0.1.0"
