import { useMe } from '@/features/session/session';

const may: readonly string[] = ['OWNER', 'ADVISER', 'ADMIN'];

/** Whether one may set rates; undefined while it is not known. */
export const useMaySet = () => useMe().data?.roles.some((role) => may.includes(role));
