import { useNavigate } from 'react-router';
import { useTranslation } from '@/shared/i18n/i18n';
import { Card } from '@/shared/ui/Card';
import { toast } from '@/shared/ui/toast';
import { useAddClient } from './api';
import { ClientForm } from './ClientForm';

/** A further client, with an empty margin account. */
export function AddClient({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const add = useAddClient();
  return (
    <Card title={t('clients.newTitle')}>
      <ClientForm
        saving={add.isPending}
        error={add.error}
        onCancel={onDone}
        onSave={(body) =>
          add.mutate(body, {
            onSuccess: (client) => {
              toast(t('clients.added', { name: client.name }));
              void navigate(`/clients/${client.id}`);
            },
          })
        }
      />
    </Card>
  );
}
