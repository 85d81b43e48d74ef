"""Registers: who acts and with what power. Organs and their relations, officers and certificates, lists, parties."""
