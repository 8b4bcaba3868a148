import { Button } from "#components/ui/button.tsx";
import { VerdictMark } from "#components/verdict/verdict-mark.tsx";
import { type ScalePreset, scalePresets } from "#lib/domain/scale-presets.ts";

/** Published scales to begin with; taking one fills the form and saves nothing. */
export function ScalePresets({ onTake }: { onTake: (preset: ScalePreset) => void }) {
  return (
    <section className="sec" aria-labelledby="scale-presets-head">
      <h2 id="scale-presets-head">Begin with a published scale</h2>
      <ul className="presets">
        {scalePresets.map((preset) => (
          <li key={preset.name}>
            <Button onClick={() => onTake(preset)}>{preset.name}</Button>
            <div>
              <p className="soft">{preset.about}</p>
              {preset.kind === "ordered" && (
                <p className="scalemarks">
                  {preset.ratings.map((rating) => (
                    <VerdictMark key={rating.label} rating={rating} />
                  ))}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
