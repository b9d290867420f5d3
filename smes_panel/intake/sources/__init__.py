"""What an import is made of: the messages, the applicants' folders and the loose documents under the paths given.

The rules, in the order in which they are tried:

* a mailbox in one file and an archive are looked into: what lies there counts as if it lay in a folder of that name;
* a file that is a message by its content, under whatever name, is one application;
* a folder met on the way, in which there are documents and no message, is one application of all that lies in it
  and below it, named after the folder, unless its CVs name several people, it holds more than thirty documents, or a
  sub-folder has a CV or a message of its own: then it is a pile, and its documents are loose;
* so is a folder named by the person, when nothing but documents lies in it, at most twelve;
* a loose PDF or DOCX is one application; so is one beside messages;
* a folder of a mailbox on its server (`intake.imap`) is asked for by itself: each of its messages is one application;
* everything else has its result and its reason. Links are not followed, hidden files and the droppings of operating
  systems are passed over in silence, and nothing that is wrong with one item stops the next.
"""

from __future__ import annotations

from smes_panel.intake.sources.ahead import items, items_or_waiting
from smes_panel.intake.sources.reading import Item, Source, document
from smes_panel.intake.sources.walking import how_many

__all__ = ["Item", "Source", "document", "how_many", "items", "items_or_waiting"]
