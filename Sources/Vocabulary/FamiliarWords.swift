import Records

/// The words in which officers write, beside figures, what does not change them: of the request and the law, of the system and the
/// search, of their use of the flag and of the reader.
///
/// A sentence of other words may say something of the figures that nobody here has read before.
package enum FamiliarWords {
    /// The stems of these words that are not familiar; short words and those with a capital, which are names, aside.
    package static func unfamiliar(in text: LexedText) -> Set<String> {
        var found: Set<String> = []
        for index in text.lexemes.indices where text[index]?.isWord == true {
            let raw = text.raw(lexemes: index..<index + 1)
            guard raw.first?.isLowercase == true else { continue }
            let whole = raw.contains(where: \.isNewline) ? text.word(index) ?? "" : raw
            for part in whole.split(separator: "-") where part.count > 2 {
                let stem = stem(String(part))
                if !stems.contains(stem) { found.insert(stem) }
            }
        }
        return found
    }

    static func has(_ word: String) -> Bool { stems.contains(stem(word)) }

    /// `Recording`, `recorded` and `records` are one word.
    private static func stem(_ word: String) -> String {
        var word = word.replacing("’", with: "'")
        if word.hasSuffix("'s") { word.removeLast(2) }
        let ending = ["ing", "ed", "es", "s", "ly", "d", "e"].first { word.hasSuffix($0) && word.count >= $0.count + 4 }
        return String(word.dropLast(ending?.count ?? 0))
    }

    private static let stems = Set(
        [english, welsh].flatMap { $0.split(whereSeparator: \.isWhitespace).map { stem(String($0)) } })

    private static let english = """
        able about above abroad absolute abuse accept access accessible accordance according accordingly account
        accountability accounted accredited accuracy accurate acknowledge acknowledgement across act action activity acts
        actually ad add added adding addition additional address addressed addressee adds adjudication administrative
        admission adopted advise advised affected aforementioned afraid after afternoon afterwards again against age aged
        ages ago agree ahead aim alike all alliance allow alone already also alter although altogether always amend amended
        among amounts an analyst analytical and annual anonymity anonymous another answer any anybody anyone anything
        apologies apologise apologises app appeal appeals appears applicable applicant applicants application applied apply
        appreciate appropriate apps are area aren't arise around arrange arranged arrangements arrived as ask asked asking
        asks assault assigned assist assistance assistant assumed assurance assured asterisk at attached attaching
        attachment attempted attention audio audit auditors audits authorities authority automated autumn availability
        available average avoid avoidance awaiting aware awareness away back backlog backlogs balance band bank based basis
        be bearing became because bedded bedding been before began begin beginning begun behalf behind being believe belong
        below beneath beside best better between beyond bilingual bind birth birthday blank blocks bodies body booked bore
        borne both box braille breach break breakdown bring brings broken brought budget bulletin bureau business busy but
        by calculated call came campaigns can can't cancelled cannot capturing care carers carried carry case causing cell
        cent centrally certain certificate change charity charset chat chatting checked chief child children chosen
        circulated circumstances clarification clarify class classes classification clear closed code collated colleague
        colleagues column come comment commentary commissioner's commit committed common communicate communication companies
        company comparable compared comparison compiled complain complainant complainer complaint complete completeness
        compliance compliant comply complying comprises compulsory computer concerned confined concludes conclusions conducted
        confidential confidentiality confirm connected connection conservative considered consistency consistent console
        consoles constable constable's constabularies constabulary contact contain content context continuing contrary
        control convenience cookies copy correct correspond correspondence correspondent corresponding cost could couldn't
        council councils counselling counted counties country county couple course court courtesy courts covers covid
        created crime criteria current customer cyb cyber dash dashboard dashboards data database date day days deadline
        dealing dealt decades decided decision decline dedicated defect defects defined delay delete denotes deny department
        depends derive describe description designed detection determine device devices dial diary did didn't differ
        difference different difficult difficulties digits dip dip-sampled directly disclaimer disclose disclosure
        disclosures discretion discuss discussed disregard dissatisfied distributing do document does doesn't don't done
        door doubt down downloads dozen drafting draw drawn drop drop-down dropdown dropped drops due during duties duty
        each earlier earliest early earnest ease easily effect effort eich eight eighteen eighteenth eighty either element
        eleven else elsewhere email embedded emergency employed employs empty enabled enclosed encouraged encouraging end
        ended ending ends enforcement engage enough enquire enquired enquirer enquiries enquiring enquiry ensure entered
        entirely entirety entitled entries entry equivalent error est establish ethics eu even event ever every everybody
        everything evidence exact examined example exceed exceeds except excess excluding exempt exemption exercise exist
        expect expectation expectations explains explanation exported exposure ext extend extended extension extent
        extracted extraction extracts facility fact factor factors fairness faith faithfully fall fallen family faner far
        fault favour favours feature fee fees fell few fewer field fifteen fifty figures filled fin final finalised
        financial find fine finer finished first fitted five flag flagged flg following footing for force forgotten form
        formal format formats former forty forward forwarded found four fourteen fourth free freedom friend friends from
        front full fully further future gael games gathered gave gender general generic genuine geographical gesture get
        getting give given giving glad gladly go goes going gone good goodwill got gov governance government grateful great
        greater grew grooming grounds group growth guarantee guard guidance guide had hand handed handled handler handlers
        handover happened happy hardly harm harms has hasn't have haven't having he'd head headings hear held help helpful
        helpline hence her here hereby herein heretofore herewith hesitate hidden higher highest himself his hoc hold
        holidays home hope hours how however http hundred i'd identical identifiable identification identified identify
        identifying identities identity if ignored ii iii images immediate important improved improvement improvements
        improving in inadvertently inciting included inclusive inconsistent inconsistently inconvenience increase indecent
        index indication indicator individual inference inform information input inputter inputting inside inspector
        inspectorate integrated integrity intellectual intended interest internal internet interrogate interrogated
        interrogation into introduced intrusion investigated investigation involving irrespective is isn't issued it items
        its itself jigsaw jobs journey journeys judgement judgment jurisdiction just justified keeping kept keying keyword
        keywords kind kindly kindness knock know known laid language large larger last late later latest latter law lawful
        lead learn learning learnt least leave leaver led left legacy legal legislation less let lets letter level liability
        lies light like likely limit line lines linked list little live local locality located lockdown lockdowns lodge log
        logged logs long longer looked lot low lower lowest made mail mailbox mailto mainstream majority make making
        management manager mandatory manual many marked marker match matter matters maximum may me means meant media meeting
        members mention message met method methods mid might mile miles million mind minimum minor minutes modus months more
        middle mosaic most motivated motivation moved moving ms much must my named narrow nationally nature nearest nearly
        necessary need neither network never new newest next nil nine nineteen ninety no nobody non none nor normally not
        note nothing notice notifiable nought now number obligation obligations obliged obtained occurrence odd of off
        offences offending offer office officers officers' official often ohebu old older on once one ones online only open
        openness operandi operation operational opinion opportunity optional or order organisation original other otherwise
        ought our ourselves out outset outside over overall overdue overleaf overran oversight owing own owner package
        packages page pair pandemic paper parameters parents part particular parties parts passing past patience people per
        percentage performance perhaps period permit permitted personal persons phone photographs phrase phrases place
        plainly planned planning played playing plays please pleased pleasure point police policy poorly population position
        possessing possible post postal practice precedent preceding precise prejudice prejudicial prepared prescribed
        present prevent previous previously principle print printout privacy privileged probability problem procedures
        proceed process processing produced programme prominence promised promote prompt prompts properly property
        proportion proposed protect protection prove provide provision provisional provisions public publication publicity
        published pulled purposes purse pursuant put puts qualified qualifier quality quarter queried queries query question
        quick quite quoting rail railway railways ran range rape rare rated re reached read reader reader's readers ready
        real reason reasonable reasonably receipt received recent recipient recipients reclassified recognised reconciled
        reconsider reconsideration reconsidered record recorded recorder recorders redacted redaction ref refer reference
        refined reflect refreshed refusal refused regard regards regime registered registrar regret regrettably regulation
        regulations relate relation relationship release relevant reliability reliably relied rely remaining remark remarked
        remembered reminded reminder removed renew repair repeated replaced replicated replies reply report reportable
        represents request requester require requirement research reserves resident residents respect respectively respond
        responded response responsible rest restricted restrictions result retrievable retrieve retro retrospective return
        reveal review revised revision right rights ring rise risen rises risk roll-out rollout rounded routine routinely
        routines row rows rules run runs said same satisfied save say says scheme schools screen scrutiny search searchable
        season second section security see seek seeking seeks seemed seen seldom selected send sense sensible sent sentence
        separate separately series serves service set sets setting settled seven seventeen seventy several sex sexual shall
        share shared she she'd sheet short shorthand shotgun should shouldn't shown shows shut side signatory signature
        signed similar simply since sincerely single site sits six sixteen sixty size slightly slow small smaller snapshot
        so social software some somebody someone something soon sorry sought sound source speak special specifies spelling
        spend spending spirit split spoken spokesman spokesperson spread spring square staff staff's stage standard stands
        start stated stations statistician statistics statute statutory stays still stops stored straight stronger sub
        subject subjective successful such suggest sum summaries summary summer summons supervisor supplied supplier
        suppliers supply supplying supported suppressed surprise surprising surrounding survive survived switched system
        table tag tagged take taken taking talk teacher teachers team telephone tell telling tells ten terms territorial
        test text than thank thanked thanks that the their them themselves then there there's therefore thereof these they
        they'd they're thing think thinly third thirteen thirty this those though thought thousand three through throughout
        thus ticked ticking ticks time title to today together told too took tool top total touch traced track tracks
        training trains tram translated translation transparency treated trend trends tribunal trouble true truly trust
        truthfully try turn twelve twenty two type types typing typist typographical un unable unaffected unchanged under
        under-used undernoted understand understood underuse underused undetected unhappy uniform unit unkind unknown unless
        unrounded untick until unusual up updated upgraded upheld uphold upload uploaded upon upwards urged us usage use
        used useful user username uses using validated validation varies various ve version very vexatious via vics victim
        victim's viewed virtue visited visitors voluntarily voluntary vulnerable wait wanted warehouse was wasn't way ways
        we we'd we're we've weaker web website week weekend weekends weigh weighed welcome well went were weren't what
        whatever when whenever where whereas whether which while who whole whom whose why will willingness winter wish with
        withheld withhold withholding within without won't wonder word wording workers working workload worried worst would
        wouldn't write written wrote www year yes yet you you'd you've young younger youngest your zero
        """

    private static let welsh = """
        a adolygiad am anfodlon apelio ar ariannol arnynt ateb baner blwyddyn bod byddwch cael cais cewch chi cofnod
        cofnodwyd croesawu croeso cuddio cwyn cwyno cyf cyhoeddi cysylltwch da dal dan ddioddefwr dechrau dilyna'r dim
        dioddefiad dioddefiaid dioddefwr diwrnod droseddau ein eraill erbyn fel fersiwn fewn ffigurau ffonio ffurflen
        flwyddyn fod fodlon fydd gais gall gallwch gan gennych gofnodwyd gohebiaeth gwaith gwestiwn gyda gyda'r gyfathrebu
        gyfer gysylltu gywir hailddosbarthu hawl heddlu hoffech hon hwn hyn i isod lieu llai mae marc mewn mewnol mwy na nad
        nag neu newid nid nifer o oed oedd oedi oes ofyn ol phlentyn plant plentyn pob rhif rhifau rhwng rhyddid rhyw
        rhywiol roedd rydych rydym seiber swyddog trosedd troseddau wedi wedi'u wrth wybodaeth y ydych ymateb yn yr
        ysgrifennu yw
        """
}
