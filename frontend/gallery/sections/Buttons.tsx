import { Play } from 'lucide-react';
import { Button, ButtonAnchor, ButtonLink } from '@/shared/ui/Button';
import { Sample } from '../Sample';

const looks = ['primary', 'secondary', 'ghost', 'danger'] as const;

/** Each look in each state. */
export function Buttons() {
  const all = (props?: { disabled?: boolean; busy?: boolean }) =>
    looks.map((look) => (
      <Button key={look} look={look} {...props}>
        {look}
      </Button>
    ));
  return (
    <div className="card grid gap-5 p-5 lg:grid-cols-2">
      <Sample name="at rest">{all()}</Sample>
      <Sample name="under the pointer" force="hover">
        {all()}
      </Sample>
      <Sample name="with the focus" force="focus">
        {all()}
      </Sample>
      <Sample name="disabled">{all({ disabled: true })}</Sample>
      <Sample name="busy">{all({ busy: true })}</Sample>
      <Sample name="small, normal, large">
        <Button size="small">Small</Button>
        <Button>Normal</Button>
        <Button size="large" look="primary">
          <Play className="size-4" aria-hidden="true" />
          Large
        </Button>
      </Sample>
      <Sample name="links that look alike">
        <ButtonLink to="/portfolios">Inside</ButtonLink>
        <ButtonAnchor href="#outside" look="primary">
          Outside
        </ButtonAnchor>
      </Sample>
    </div>
  );
}
