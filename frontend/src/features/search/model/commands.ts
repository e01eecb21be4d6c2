import type { SearchHit } from '@/api/types';
import type { TextKey } from '@/shared/i18n/i18n';

/** Somewhere to go: a page, or something that was found. */
export type Command = { id: string; to: string; title: string; kind: TextKey; text?: string };

/** Where a hit is shown. */
export function commandOf(hit: SearchHit, index: number): Command {
  return {
    id: `${hit.kind} ${hit.id ?? hit.title} ${index}`,
    to: placeOf(hit),
    title: hit.title,
    kind: `search.kind.${hit.kind}`,
    text: hit.text ?? undefined,
  };
}

function placeOf(hit: SearchHit): string {
  const portfolio = `/portfolios/${hit.portfolioId}`;
  switch (hit.kind) {
    case 'INSTRUMENT':
      return `/markets/${encodeURIComponent(hit.title)}`;
    case 'TRANSACTION':
      return `${portfolio}/transactions${hit.id ? `?edit=${hit.id}` : ''}`;
    default:
      return portfolio;
  }
}

/** Pages whose name has every typed word in it, in any order. */
export function matching(pages: readonly Command[], words: string): Command[] {
  const parts = words.toLowerCase().split(/\s+/).filter(Boolean);
  return pages.filter(({ title }) => parts.every((part) => title.toLowerCase().includes(part)));
}

/** The entry after a key press; the list goes round. */
export function step(at: number, key: string, length: number): number {
  if (length === 0) return 0;
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % length;
    case 'ArrowUp':
      return (at - 1 + length) % length;
    case 'Home':
      return 0;
    case 'End':
      return length - 1;
    default:
      return at;
  }
}
