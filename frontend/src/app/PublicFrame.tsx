import { Suspense } from 'react';
import { Outlet } from 'react-router';
import { Brand } from '@/shared/ui/Brand';

/** Around the pages that are there for who is not signed in too. */
export function PublicFrame() {
  return (
    <div className="mx-auto max-w-[1152px] px-4 py-5 md:px-8">
      <header className="pb-6">
        <Brand to="/welcome" />
      </header>
      <main>
        <Suspense fallback={null}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  );
}
