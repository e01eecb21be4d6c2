/**
 * Where the languages other than English have their files. A table of its own, because each further language adds thirty
 * addresses to it, which no reader of English need download.
 */
export const files = import.meta.glob<Record<string, unknown>>(
  ['./*.json', './*/*.json', '!./en.json', '!./en/*'],
  {
    import: 'default',
  },
);
