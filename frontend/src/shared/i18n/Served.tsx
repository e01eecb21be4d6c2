import type { ReactNode } from 'react';
import type { Problem } from '@/api/problem';
import { useTranslation } from './i18n';

/** A sentence of a server in the language of the page; where it is not known in that, marked as the English it is. */
export function Served({ children }: { children: string }) {
  const { text, lang } = useTranslation().tell(children);
  return lang ? <span lang={lang}>{text}</span> : text;
}

/** The same where there may be none. */
export const served = (sentence: string | undefined): ReactNode =>
  sentence === undefined ? undefined : <Served>{sentence}</Served>;

/** What was said of a field of a form that was refused. */
export const saidAt = (refused: Problem | undefined, ...fields: string[]): ReactNode =>
  served(refused?.errors.find(({ field }) => fields.includes(field))?.message);

/** A detail; what is said of one field has the field before it, which is a name and no English. */
export function ServedDetail({ children }: { children: string }) {
  const [, field = '', said = children] =
    /^((?:line \d+, column .+?|[a-z][\w.[\]-]*): )(.+)$/s.exec(children) ?? [];
  const { tell } = useTranslation();
  return field === '' || tell(children).lang === undefined ? (
    <Served>{children}</Served>
  ) : (
    <>
      {tell(field.slice(0, -2)).text}: <Served>{said}</Served>
    </>
  );
}
