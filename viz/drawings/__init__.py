"""Pictures of answers with every place computed (hình vẽ): boxes, lines and words in pixels,
before they become SVG.
"""
