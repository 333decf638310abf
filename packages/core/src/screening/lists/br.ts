import type { WordList } from './word-list.ts';

const reviewedAt = '2026-11-27';

/** Brazil: examples of words for what carriers ban there, to be grown by who sends there. */
export const BR_LISTS: readonly WordList[] = [
  {
    id: 'br.gambling',
    language: 'pt-BR',
    version: 1,
    words: [
      ...[
        'jogo do bicho',
        'cassino*',
        'caça-níquel',
        'caça-níqueis',
        'tigrinho',
        'fortune tiger',
        'aposta*',
        'apostar',
      ],
      ...['bingo online', 'roleta online', 'giros grátis', 'odds', 'palpite certo', 'pôquer online', 'poker online'],
    ],
    exceptions: [
      { phrase: 'nossa aposta', reviewedAt, because: 'Said of a recommended product.' },
      { phrase: 'apostamos em', reviewedAt, because: 'Said of a recommended product.' },
    ],
  },
  {
    id: 'br.adult',
    language: 'pt-BR',
    version: 1,
    words: [
      'pornô',
      'pornografia',
      'acompanhantes de luxo',
      'garota de programa',
      'conteúdo adulto',
      'vídeo adulto',
      'nudes',
    ],
    exceptions: [],
  },
  {
    id: 'br.politics',
    language: 'pt-BR',
    version: 1,
    words: [
      'vote em',
      'vote no',
      'vote na',
      'seu voto',
      'candidato a',
      'candidata a',
      'horário eleitoral',
      'comício',
      'partido político',
    ],
    exceptions: [
      { phrase: 'vote em nós', reviewedAt, because: 'Asks for a vote in an award for shops.' },
      { phrase: 'vote na melhor', reviewedAt, because: 'Asks for a vote in an award for shops.' },
      { phrase: 'vote no melhor', reviewedAt, because: 'Asks for a vote in an award for shops.' },
      { phrase: 'candidato a vaga', reviewedAt, because: 'Speaks to who applied for work.' },
    ],
  },
  {
    id: 'br.religion',
    language: 'pt-BR',
    version: 1,
    words: ['dízimo', 'culto de', 'campanha de oração', 'vigília de oração', 'pregação', 'conversão religiosa'],
    exceptions: [],
  },
  {
    id: 'br.contests',
    language: 'pt-BR',
    version: 1,
    words: [
      'sorteio*',
      'rifa',
      'rifas',
      'concurso',
      'concurso cultural',
      'você foi sorteado',
      'você ganhou um prêmio',
      'concorra a',
    ],
    exceptions: [
      { phrase: 'concurso público', reviewedAt, because: 'An examination for public service.' },
      { phrase: 'número do concurso', reviewedAt, because: 'A reference in an order.' },
    ],
  },
];
