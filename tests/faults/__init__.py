"""Trials that try to break a catalogue: kills, torn writes, full disks, failing disks.

``python -m tests.faults`` runs them all and prints how many there were and what was lost; the
suite runs a short form. They need Linux and a C compiler, since a small library lies between the
program and the C library to let single calls go wrong.
"""
