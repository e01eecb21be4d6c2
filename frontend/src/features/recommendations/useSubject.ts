import type { Recommendation } from '@/api/types';
import { useTranslation } from '@/shared/i18n/i18n';

/** What a recommendation is about: industries and regions by the reader's word, the rest by its own name. */
export function useSubject() {
  const { tell } = useTranslation();
  return ({ rule, subject }: Recommendation) =>
    subject && (rule === 'SECTOR' || rule === 'REGION') ? tell(subject).text : subject;
}
