"""Files from strangers: each is read, or refused in one sentence that says where and why. Each by a real process."""

from __future__ import annotations

import pytest

from tests.hostile import FILES


@pytest.mark.parametrize("given", FILES, ids=[file.name for file in FILES])
def test_a_file_is_read_or_refused_in_one_sentence(process, tmp_path, given):
    (tmp_path / "given.json").write_bytes(given.data)
    ran = process("--data", "given.json", "list", "--columns", "id")
    sentence = f"rnk: error: 'given.json': {given.sentence}\n" if given.code else ""
    assert (ran.code, ran.err.replace("rnk: no event on record\n", "")) == (given.code, sentence)
    assert bool(ran.out) == (not given.code and given.data != b"[]")
