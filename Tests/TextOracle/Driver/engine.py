"""Asks text-oracle."""
import subprocess


def ask(program, question, name, texts, scratch):
    """The offsets that the engine gives for each text, in code points."""
    asked, answered = scratch / "asked.txt", scratch / "answered.txt"
    with open(asked, "w") as file:
        file.writelines(" ".join(f"{ord(c):X}" for c in text) + "\n" for text in texts)
    with open(asked) as source, open(answered, "w") as target:
        subprocess.run([program, question, name], stdin=source, stdout=target, check=True)
    with open(answered) as file:
        return [tuple(map(int, line.split())) for line in file]
