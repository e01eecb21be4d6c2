import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { forgetIntentions, intend, readIntentions, safePath } from '@/features/session/intentions';
import { useSavePreferences } from '@/features/session/session';

/** After landing: keeps the visitor's currency and tolerance in the account, and goes where they wanted to go. */
export function useWelcomeChoices() {
  const navigate = useNavigate();
  const { mutate } = useSavePreferences();
  const done = useRef(false);
  useEffect(() => {
    if (done.current) return;
    done.current = true;
    const { next, ...preferences } = readIntentions();
    forgetIntentions();
    if (Object.keys(preferences).length > 0) {
      intend(preferences); // until the account has them
      mutate(preferences, { onSuccess: () => forgetIntentions() });
    }
    const path = safePath(next);
    if (path && path !== '/welcome') void navigate(path, { replace: true });
  }, [mutate, navigate]);
}
