import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { SheetCell } from "@/lib/rules/types";

const YES_NO = [
  { value: "yes", label: "yes" },
  { value: "no", label: "no" },
];

interface FigureFieldProps {
  cell: SheetCell;
  /** Row and column in words. */
  label: string;
  error?: string;
}

/** Several of a closed list. The empty field says that the list was asked, when none is ticked. */
function SeveralField({ cell, label }: FigureFieldProps) {
  const chosen = cell.value as readonly string[];
  return (
    <fieldset>
      <legend className="sr-only">{label}</legend>
      <input type="hidden" name={`v.${cell.path}`} value="" />
      {cell.options?.map((option) => (
        <Checkbox
          key={option.value}
          name={`v.${cell.path}`}
          value={option.value}
          label={option.label}
          defaultChecked={chosen.includes(option.value)}
        />
      ))}
    </fieldset>
  );
}

function control({ value, options }: SheetCell) {
  if (typeof value === "boolean") {
    return <Select options={YES_NO} defaultValue={value ? "yes" : "no"} className="w-24!" />;
  }
  if (typeof value === "string") return <Select options={options ?? []} defaultValue={value} />;
  if (typeof value === "number") {
    return (
      <Input
        type="text"
        inputMode="numeric"
        autoComplete="off"
        defaultValue={String(value)}
        className="w-24! text-right tabular-nums"
      />
    );
  }
  return <Textarea defaultValue={value.join(" ")} rows={3} className="min-w-48 text-sm" />;
}

/** One figure of a table as a field. */
export function FigureField({ cell, label, error }: FigureFieldProps) {
  if (Array.isArray(cell.value) && cell.options) return <SeveralField cell={cell} label={label} />;
  return (
    <Field name={`v.${cell.path}`} label={label} hideLabel error={error}>
      {control(cell)}
    </Field>
  );
}
