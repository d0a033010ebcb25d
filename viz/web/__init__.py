"""The web application (ứng dụng web): every command of the command line as a page, with its
evidence one click away.
"""
