import { day } from './format';

/** A server's sentence set for reading: dates in the reader's form, and no line break before a percent sign. */
export const typeset = (sentence: string) =>
  sentence.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, (date) => day(date)).replaceAll(/(\d) %/g, '$1\u00a0%');
