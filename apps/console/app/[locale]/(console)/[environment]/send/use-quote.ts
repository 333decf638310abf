'use client';

import type { Quote, QuoteRequest } from '@signalbox/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { usePlace } from '#components/place.tsx';
import { type ProblemView, problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';
import type { Draft } from './draft.ts';
import { addressOf, channelsOf, isAddressed } from './request.ts';
import { usePaused } from './use-preview.ts';

/** What is known of the price of a text: nothing can be asked yet, an answer (`isOf` this text or the one before), or why there is none. */
export type QuoteStand =
  | { kind: 'noText' | 'noAddress' | 'asking' }
  | { kind: 'answer'; quote: Quote; isOf: boolean }
  | { kind: 'failed'; problem: ProblemView };

/** What the text of a draft would cost now, asked when it has been left alone for a moment. */
export function useQuote(draft: Draft, text: string): QuoteStand {
  const trpc = useTRPC();
  const { environment } = usePlace();
  const isWanted = channelsOf(draft).includes('sms') && isAddressed(draft, 'sms') && text !== '';
  const question: QuoteRequest | null = isWanted
    ? { channel: 'sms', class: draft.class, text, recipients: [addressOf(draft, 'sms')] }
    : null;
  const asked = JSON.stringify(question);
  const paused = usePaused(asked);
  const quote = useMemo(() => JSON.parse(paused) as QuoteRequest | null, [paused]);
  const isReady = quote !== null && paused === asked;
  const { data, error, isPlaceholderData } = useQuery({
    ...trpc.routing.quote.queryOptions({ environment, quote: quote ?? NOTHING }),
    enabled: isReady,
    placeholderData: isWanted ? keepPreviousData : undefined,
    retry: false,
    staleTime: 15_000,
  });
  if (!isWanted) return { kind: text === '' ? 'noText' : 'noAddress' };
  if (error !== null) return { kind: 'failed', problem: problemOf(error) };
  if (data === undefined) return { kind: 'asking' };
  return { kind: 'answer', quote: data, isOf: isReady && !isPlaceholderData };
}

// Never asked: the query is off while there is no text or no number.
const NOTHING: QuoteRequest = { channel: 'sms', class: 'otp', text: '-', recipients: ['-'] };
