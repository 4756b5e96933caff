"""The commands that read official documents."""

from pathlib import Path

import attrs

import kz_upr
from conftest import Run

from .conftest import saved_as


def test_check_reports_agreement(official: Path, command: Run) -> None:
    answer = command("check", "--cycle", "2", str(official / "A-HRC-28-10.pdf"))

    assert answer.returncode == 0, answer.stderr
    assert "0 differences" in answer.stdout


def test_check_reports_a_difference_by_its_exit_status(official: Path, command: Run, tmp_path: Path) -> None:
    """The report has 124.1; data that call it 124.99 differ in two numbers."""
    review = kz_upr.load_review(2)
    first, *others = review.recommendations
    moved = attrs.evolve(first, number="124.99", id="KAZ-2-124.99")
    kept = saved_as(tmp_path / "kept.json", attrs.evolve(review, recommendations=(*others, moved)))
    answer = command("check", "--from", str(kept), str(official / "A-HRC-28-10.pdf"))

    assert answer.returncode == 1, answer.stderr
    assert "2 differences" in answer.stdout
    assert "- 124.1, numbers: nothing in the data, 124.1 in A/HRC/28/10" in answer.stdout
    assert "- 124.99, numbers: 124.99 in the data, nothing in A/HRC/28/10" in answer.stdout


def test_complete_writes_everything_or_nothing(official: Path, command: Run, tmp_path: Path) -> None:
    report, output = str(official / "A-HRC-28-10.pdf"), tmp_path / "kaz-2.json"
    answer = command("complete", "--cycle", "2", report, "-o", str(output))

    assert answer.returncode == 0, answer.stderr
    assert kz_upr.from_json(output.read_bytes()).recommendations[0].official_text

    refused = command("complete", "--cycle", "3", report, "-o", str(tmp_path / "kaz-3.json"))

    assert refused.returncode == 2
    assert refused.stderr.endswith("belongs to cycle 2, not to cycle 3; add --cycle 2\n")
    assert [path.name for path in tmp_path.iterdir()] == ["kaz-2.json"]


def test_a_damaged_document(official: Path, command: Run, tmp_path: Path) -> None:
    content = bytearray((official / "A-HRC-28-10.pdf").read_bytes())
    content[107878] ^= 64
    damaged, output = tmp_path / "damaged.pdf", tmp_path / "kaz-2.json"
    damaged.write_bytes(content)
    answer = command("complete", "--cycle", "2", str(damaged), "-o", str(output))

    assert answer.returncode == 1
    assert "is damaged" in answer.stdout.split("Warning: ")[1]
    assert output.exists()

    refused = command("check", "--strict", "--cycle", "2", str(damaged))

    assert refused.returncode == 2
    assert "is damaged" in refused.stderr
