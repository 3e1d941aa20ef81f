/** One's own deadlines as a file for a calendar: the one of a phone, or of the mail. */
import { Button } from "antd";
import { CalendarPlus } from "lucide-react";
import type { ReactElement } from "react";
import { useNow } from "../../data/clock";
import { useSay } from "../../data/say";
import { transport } from "../../transport";
import { today } from "../../ui/time";
import { word } from "../../words/i18n";

export function CalendarFile(): ReactElement {
  const now = useNow();
  const say = useSay();
  const save = () => transport().save("ical/mine.ics", word("ui.inbox.calendar.file", { day: today(now) }));
  return (
    <Button
      icon={<CalendarPlus size={16} strokeWidth={1.5} />}
      title={word("ui.inbox.calendar.hint")}
      onClick={() => void save().catch((error: unknown) => say.failed(error))}
    >
      {word("ui.inbox.calendar.save")}
    </Button>
  );
}
