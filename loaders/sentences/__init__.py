"""Sentences that charge somebody (câu giao việc): words with places, names, lists of actors,
frames.
"""
