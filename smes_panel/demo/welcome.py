"""What a person finds first in the folder of the demonstration."""

from __future__ import annotations

READ_ME = """\
UNE DÉMONSTRATION. Toutes les personnes, adresses et numéros sont inventés.

applications/    les candidatures reçues : des e-mails avec leurs pièces, et un dossier déposé à l’accueil
connect.smes     le dossier chiffré, du poste à la décision. Ouvrez-le avec Smes Panel et la phrase de passe
                 que la commande a affichée (ou que vous lui avez donnée). Elle n’est écrite nulle part ici.
grids/           les grilles d’entretien, une par personne invitée et par membre du jury
letters/         les courriers, dans la langue de chaque personne
checklist.pdf    la grille de lecture vierge
enveloppe.pdf    la feuille d’essai pour enveloppes à fenêtre : pliez-la, glissez-la de chaque côté
tables/          les notes de chaque membre et les décisions, au format que « rate » et « outcome » relisent ;
                 la liste, la comparaison et toutes les notes ouvertes (ratings.csv)


EEN DEMONSTRATIE. Alle personen, adressen en nummers zijn verzonnen.

applications/    de ontvangen kandidaturen: e-mails met hun bijlagen, en een map die aan het onthaal werd afgegeven
connect.smes     het versleutelde dossier, van vacature tot beslissing. Open het met Smes Panel en de wachtwoordzin
                 die de opdracht toonde (of die u zelf gaf). Ze staat hier nergens geschreven.
grids/           de gespreksformulieren, één per uitgenodigde persoon en per jurylid
letters/         de brieven, in de taal van elke persoon
checklist.pdf    het blanco leesformulier
enveloppe.pdf    het proefblad voor vensterenveloppen: vouw het en schuif het naar elke kant
tables/          de scores van elk lid en de beslissingen, in de vorm die “rate” en “outcome” lezen;
                 de lijst, de vergelijking en alle geopende scores (ratings.csv)


A DEMONSTRATION. All people, addresses and numbers are invented.

applications/    the applications received: mails with their attachments, and one folder brought by hand
connect.smes     the encrypted dossier, from the posting to the decision. Open it with Smes Panel and the passphrase
                 that the command printed (or that you gave it). It is written nowhere here.
grids/           the interview grids, one per person invited and panel member
letters/         the letters, each in its person's language
checklist.pdf    the blank checklist
enveloppe.pdf    the test sheet for window envelopes: fold it and slide it to every side
tables/          each member's ratings and the decisions, in the form that `rate` and `outcome` read;
                 the list, the comparison and all opened ratings (ratings.csv)
"""
