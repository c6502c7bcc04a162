"""Catalogues of any size to measure on: English and Russian, with the shapes real ones have.

Words are drawn by Zipf's law, people and bodies return as the busiest of them do in life; links,
stages, evidence and history are those an archivist's work leaves. One seed, one catalogue.
"""

from tests.benchmarks.generator.build import build

__all__ = ["build"]
