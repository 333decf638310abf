import type { WordList } from './word-list.ts';

const reviewedAt = '2026-11-27';

/** Indonesia: examples of words for what operators ban there, to be grown by who sends there. */
export const ID_LISTS: readonly WordList[] = [
  {
    id: 'id.gambling',
    language: 'id',
    version: 1,
    words: [
      ...[
        'judi',
        'judi online',
        'judol',
        'togel',
        'slot gacor',
        'slot online',
        'gacor',
        'maxwin',
        'taruhan*',
        'kasino',
      ],
      ...['casino', 'sabung ayam', 'poker online', 'domino online', 'bandar bola', 'rtp slot', 'depo pulsa', 'jackpot'],
    ],
    exceptions: [
      { phrase: 'anti judi', reviewedAt, because: 'Warns against gambling.' },
      { phrase: 'stop judi online', reviewedAt, because: 'Warns against gambling.' },
    ],
  },
  {
    id: 'id.adult',
    language: 'id',
    version: 1,
    words: [
      'bokep',
      'porno*',
      'video dewasa',
      'film dewasa',
      'cewek panggilan',
      'open bo',
      'obat kuat',
      'telanjang',
      'mesum',
    ],
    exceptions: [],
  },
  {
    id: 'id.politics',
    language: 'id',
    version: 1,
    words: [
      'caleg',
      'capres',
      'cawapres',
      'pilkada',
      'pilpres',
      'pileg',
      'coblos*',
      'kampanye politik',
      'paslon',
      'partai politik',
    ],
    exceptions: [{ phrase: 'libur pilkada', reviewedAt, because: 'Tells of closing days.' }],
  },
  {
    id: 'id.religion',
    language: 'id',
    version: 1,
    words: [
      'dakwah',
      'khotbah',
      'tabligh akbar',
      'pengajian',
      'murtad',
      'kafir',
      'penginjilan',
      'masuk islam',
      'masuk kristen',
    ],
    exceptions: [],
  },
  {
    id: 'id.loans',
    language: 'id',
    version: 1,
    words: [
      ...['pinjol', 'pinjaman online', 'pinjaman tunai', 'pinjaman cepat', 'dana cepat', 'dana tunai', 'kta cepat'],
      ...['gadai bpkb', 'tanpa agunan', 'cair hari ini', 'langsung cair', 'butuh dana'],
    ],
    exceptions: [],
  },
];
