import { useEffect, useState } from 'react';
import { useClient, type Client } from 'urql';
import { involvements } from '../../generated/involvements.js';
import type { InvolvementAnswer } from './resources.js';

interface Answer {
  readonly data: InvolvementAnswer | undefined;
  /** Ids of sectors that are away. */
  readonly away: readonly string[];
}

export interface Involvements {
  readonly answers: readonly InvolvementAnswer[];
  readonly away: readonly string[];
  readonly isAsking: boolean;
}

const none: ReadonlyMap<number, Answer> = new Map();

/** Who is responsible in each sector: all are asked at once, and a slow one holds up nobody else. */
export function useInvolvements(householdId: string): Involvements {
  const client = useClient();
  const [asked, setAsked] = useState<{ client: Client; of: string; answers: typeof none }>();
  useEffect(() => {
    const questions = involvements.map((question, n) =>
      client.query(question, { id: householdId }).subscribe(({ data, error, extensions }) => {
        const away = error
          ? (extensions as { unavailable?: readonly string[] } | undefined)?.unavailable
          : [];
        setAsked((before) => {
          const kept = before?.client === client && before.of === householdId ? before.answers : none;
          return {
            client,
            of: householdId,
            answers: new Map(kept).set(n, { data, away: away ?? [] }),
          };
        });
      }),
    );
    return () => {
      for (const { unsubscribe } of questions) unsubscribe();
    };
  }, [client, householdId]);
  // What was answered for another household, or before a consent was withdrawn, is not shown for a moment.
  const answers = asked?.client === client && asked.of === householdId ? asked.answers : none;
  return {
    answers: [...answers.values()].flatMap(({ data }) => data ?? []),
    away: [...answers.values()].flatMap(({ away }) => away),
    isAsking: answers.size < involvements.length,
  };
}
