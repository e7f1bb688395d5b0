"""Work in other processes, and what travels between them and this one."""
