"""What qpdf makes of files."""
import os
import subprocess
import tempfile


def by_qpdf(content, *options):
    """What qpdf makes of a file."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = os.path.join(folder, "source.pdf"), os.path.join(folder, "target.pdf")
        with open(source, "wb") as file:
            file.write(content)
        subprocess.run(["qpdf", "--static-id", *options, source, target], check=True)
        with open(target, "rb") as file:
            return file.read()
