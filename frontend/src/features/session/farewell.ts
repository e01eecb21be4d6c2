import { create } from 'zustand';

/** Whether the account of whoever looks at this page was deleted here just now; the page they land on says so. */
export const useFarewell = create<{ deleted: boolean }>(() => ({ deleted: false }));
