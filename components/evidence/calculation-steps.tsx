import { Icon } from "#components/ui/icon.tsx";
import type { CalculationStep } from "#lib/domain/evidence-views.ts";

/** A calculation as it was written, each step recomputed; a step that does not add up says so. */
export function CalculationSteps({ steps }: { steps: readonly CalculationStep[] }) {
  const isWrong = steps.some((step) => step.problem !== null);
  return (
    <div className="calc">
      <p className="calc-head">
        {isWrong ? (
          <span className="bad">
            <Icon name="warn" /> The calculation does not add up
          </span>
        ) : (
          <span className="good">
            <Icon name="check" /> Recomputed, adds up
          </span>
        )}
      </p>
      <ol>
        {steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a calculation are its lines, in their order
          <li key={index}>
            <bdi className="data">{step.line}</bdi>
            {step.problem === null ? (
              !isStated(step) && (
                <span className="faint">
                  {" "}
                  comes to <bdi className="data">{step.result}</bdi>
                </span>
              )
            ) : (
              <span className="bad">
                {" "}
                <bdi>{step.problem}</bdi>
              </span>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

/** Whether the step itself ends with a number. */
function isStated({ line }: CalculationStep): boolean {
  return /[=≈]\s*[-+−€$£¥]?\s*[\d.,\s]+%?$/.test(line);
}
