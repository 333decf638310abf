/** One stretch of two texts laid side by side. */
export interface DiffPart {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Beyond so many words of both together two texts are told as one replaced by the other. */
const WORDS_MAX = 4_000_000;

/** What was added to and removed from a text, word by word: the fewest words that tell it (longest common subsequence). */
export function diffWords(before: string, after: string): DiffPart[] {
  const [one, other] = [wordsOf(before), wordsOf(after)];
  if (one.length * other.length > WORDS_MAX) {
    return gather([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]);
  }
  const lengths = lengthsOf(one, other);
  const width = other.length + 1;
  const parts: DiffPart[] = [];
  let [i, j] = [0, 0];
  while (i < one.length || j < other.length) {
    const [was, is] = [one[i], other[j]];
    if (was !== undefined && was === is) {
      parts.push({ kind: 'same', text: was });
      i += 1;
      j += 1;
    } else if (
      was !== undefined &&
      (is === undefined || (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0))
    ) {
      parts.push({ kind: 'removed', text: was });
      i += 1;
    } else {
      parts.push({ kind: 'added', text: is ?? '' });
      j += 1;
    }
  }
  return gather(parts);
}

const wordsOf = (text: string): string[] => text.match(/\s+|[^\s]+/g) ?? [];

/** Length of the longest common subsequence of what follows each pair of places. */
function lengthsOf(one: readonly string[], other: readonly string[]): Uint32Array {
  const width = other.length + 1;
  const lengths = new Uint32Array((one.length + 1) * width);
  for (let i = one.length - 1; i >= 0; i -= 1) {
    for (let j = other.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        one[i] === other[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
    }
  }
  return lengths;
}

function gather(parts: readonly DiffPart[]): DiffPart[] {
  const gathered: DiffPart[] = [];
  for (const part of parts) {
    const last = gathered.at(-1);
    if (part.text === '') continue;
    if (last?.kind === part.kind) gathered[gathered.length - 1] = { ...last, text: last.text + part.text };
    else gathered.push(part);
  }
  return gathered;
}
